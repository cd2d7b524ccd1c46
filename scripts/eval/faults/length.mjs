// Papers and speeches that are longer than a rule allows: the text of real documents, cut or put together to measure.

/** A fault for a rule of length, pages or minutes, with the facts and the title that its own example declares; else null. */
export function lengthFault(rule, tests) {
  const most = { length: rule.options.max, pages: rule.options.max * 600, speech: rule.options.max * 200 }[rule.check];
  if (!most) return null;
  const example = tests.find((test) => test.rule === rule.id && test.expect === "invalid");
  return {
    facts: example.facts,
    // Texts in articles lay down rules: a bound on what gives tasks does not concern them, nor a paper filled up from them.
    concerned: rule.options.documents === "local",
    least: 1,
    prepare: (paper, _, __, other) => sized(titled(inForce(paper, rule), example), most * 0.7, other),
    seed: (paper, r, other) => ({ paper: sized(paper, most * (1.3 + r() * 0.6), other), at: null }),
  };
}

/** The paper as it is where its day lies in the time the rule binds in, else of the year after the rule came into force. */
function inForce(paper, { period }) {
  const [year, month, day] = paper.date.match(/\d+/g).map((number) => number.padStart(2, "0"));
  if (!period?.from || `${year}-${month}-${day}` >= period.from) return paper;
  const later = String(Number(period.from.slice(0, 4)) + 1);
  return {
    ...paper,
    date: paper.date.replace(year, later),
    number: paper.number.replace(`〔${year}〕`, `〔${later}〕`),
  };
}

/** The kind its facts declare is the kind its title has: the paper is what it says it is. */
function titled(paper, { draft, facts }) {
  const kind = facts.kind ?? "通知";
  const spoken = kind === "讲话" || /发言|讲话/.test(draft.title ?? "");
  return {
    ...paper,
    ...(spoken ? { number: null, to: null, sign: null, date: null } : {}),
    title: draft.title ?? `${paper.unit}关于${paper.subject}的${kind}`,
  };
}

/** The body cut, or gone on with from another text, until it has about so many characters. */
function sized(paper, characters, other) {
  const body = [];
  const lines = [...paper.body, ...other.body].filter((text) => typeof text === "string");
  for (let i = 0, length = 0; length < characters && i < 4000; i++) {
    const text = lines[i % lines.length];
    const cut = text.slice(0, Math.max(0, Math.ceil(characters - length)));
    if (cut !== "") body.push(cut);
    length += cut.length;
  }
  return { ...paper, body };
}
