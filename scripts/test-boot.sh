#!/bin/bash
# Boots cases on the real stacks: `npm run test:boot`. Arguments: test/boot/main.ts says which. Needs root, and installs QEMU when it is missing.
set -e
cd "$(dirname "$0")/.."

bash scripts/install-test-tools.sh test/boot/packages.txt
npm run --silent generate
node scripts/bundle.mjs
exec node scripts/run-typescript.mjs test/boot/main.ts "$@"
