import { defineConfig } from "vitest/config";

/** Compares page estimates with LibreOffice's own layout; needs scripts/install-office.sh. */
export default defineConfig({
  test: {
    include: ["test/office/**/*.office.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
