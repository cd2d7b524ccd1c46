/** What GitLab's documentation of the Code Quality report demands of an entry; stricter than GitLab, which ignores more. */
export const ISSUES = {
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1, pattern: "^[^\\n\\r]*$" },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", pattern: "^[0-9a-f]{32}$" },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        additionalProperties: false,
        required: ["path", "lines"],
        properties: {
          path: { type: "string", minLength: 1, not: { pattern: "^(\\./|/)" } },
          lines: {
            type: "object",
            additionalProperties: false,
            required: ["begin"],
            properties: { begin: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
};

const POSITION = {
  type: "object",
  additionalProperties: false,
  properties: { line: { type: "integer", minimum: 1 }, column: { type: "integer", minimum: 1 } },
};
const SOURCE = {
  type: "object",
  additionalProperties: false,
  properties: { name: { type: "string" }, url: { type: "string" } },
};

/** The messages of reviewdog's rdf protocol, no unknown field allowed. */
export const DIAGNOSTICS = {
  type: "object",
  additionalProperties: false,
  required: ["diagnostics"],
  properties: {
    source: SOURCE,
    severity: { enum: ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"] },
    diagnostics: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["message", "location"],
        properties: {
          message: { type: "string", minLength: 1 },
          location: {
            type: "object",
            additionalProperties: false,
            required: ["path"],
            properties: {
              path: { type: "string", minLength: 1 },
              range: {
                type: "object",
                additionalProperties: false,
                required: ["start"],
                properties: { start: POSITION, end: POSITION },
              },
            },
          },
          severity: { enum: ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"] },
          source: SOURCE,
          code: {
            type: "object",
            additionalProperties: false,
            properties: { value: { type: "string" }, url: { type: "string" } },
          },
          original_output: { type: "string" },
        },
      },
    },
  },
};
