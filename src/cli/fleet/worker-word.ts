/** What the program is told in a thread that works for a fleet; no argument of a command line can hold a NUL. */
export const workerWord = '\u0000fleet-worker'
