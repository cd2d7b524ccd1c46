import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // These need LibreOffice and minutes: vitest.office.config.ts.
    exclude: ["test/**/*.office.test.ts"],
    // Whole-command scenarios start a process each; two cores share them.
    testTimeout: 30_000,
  },
});
