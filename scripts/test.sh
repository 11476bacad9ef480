#!/bin/bash
# All tests: what `npm test` runs. Its last line is `N passed, N failed`. Arguments go to vitest: `npm test -- --project unit`.
set -e
cd "$(dirname "$0")/.."

bash scripts/install-test-tools.sh
npm run --silent generate
node scripts/bundle.mjs
node scripts/web.mjs
exec npx vitest run "$@"
