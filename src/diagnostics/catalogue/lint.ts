/** NG4xxx: what is allowed and yet a mistake, most times. One entry a rule, in src/lint/rules/. */
export const lint = {}
