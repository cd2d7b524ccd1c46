import { enliven } from "./enliven.ts";

/** The script of a report file: all of the page is the report. */
const main = document.getElementById("main");
if (main) enliven(main);
