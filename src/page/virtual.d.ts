/** What scripts/build-page.mjs puts in: the shipped packs as compiled for the command, and the version. */
declare module "virtual:shipped" {
  const shipped: {
    packs: [name: string, compiled: string][];
    lexicons: string[];
    version: string;
  };
  export default shipped;
}

/** What the page itself has to know of the packs, and two demonstration texts. */
declare module "virtual:catalogue" {
  const catalogue: {
    packs: { name: string; title: string; english: string | null; standard: boolean }[];
    demo: { draft: { name: string; text: string }; superior: { name: string; text: string } };
    version: string;
  };
  export default catalogue;
}
declare module "*.css";
