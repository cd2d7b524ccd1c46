// What the portable package is made of, for its list of parts and its licences: every package that the lockfile
// installs for use, not for development.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** `licenceFile` is the path of the licence's text from the root; null where the package brings none. */
export function componentsOf(root) {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path, { dev, optional }]) => path !== "" && !dev && !optional && !path.includes("/@types/"))
    .map(([path, { version, license, integrity }]) => {
      const files = existsSync(join(root, path)) ? readdirSync(join(root, path)) : [];
      const text = files.find((name) => /^licen[cs]e|^copying/i.test(name));
      return {
        name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
        version,
        licence: license ?? null,
        integrity: integrity ?? null,
        licenceFile: text ? `${path}/${text}` : null,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** CycloneDX 1.6 as text, without a time or a random number, so that the same parts give the same list. */
export function sbom({ version, components, node }) {
  const purl = (name, version) => `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const part = ({ name, version, licence, integrity }) => ({
    type: "library",
    "bom-ref": purl(name, version),
    name,
    version,
    purl: purl(name, version),
    ...(licence
      ? { licenses: [/ (OR|AND) /.test(licence) ? { expression: licence } : { license: { id: licence } }] }
      : {}),
    ...(integrity?.startsWith("sha512-")
      ? { hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.slice(7), "base64").toString("hex") }] }
      : {}),
  });
  const runtime = {
    type: "platform",
    "bom-ref": purl(node.name, node.version),
    name: "node",
    version: node.version,
    purl: purl(node.name, node.version),
    licenses: [{ license: { id: "MIT" } }],
    hashes: [{ alg: "SHA-256", content: node.sha256 }],
  };
  const parts = components.map(part);
  const own = purl("gwlint", version);
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": own,
        name: "gwlint",
        version,
        purl: own,
        licenses: [{ license: { id: "MIT" } }],
      },
    },
    components: [runtime, ...parts],
    dependencies: [{ ref: own, dependsOn: [runtime, ...parts].map((one) => one["bom-ref"]) }],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}
