// One engine of npm over one template and the data of one or more documents:
//   node render.mjs ENGINE TEMPLATE OUT-FOLDER DATA.json…   writes OUT-FOLDER/0.docx, 1.docx …
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

const require = createRequire(import.meta.url);

const engines = {
  async docxtemplater(template) {
    const Docxtemplater = require("docxtemplater");
    const PizZip = require("pizzip");
    return (data) => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
      document.render(data);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  async "docx-templates"(template) {
    const { createReport } = require("docx-templates");
    return (data) => createReport({ template, data, cmdDelimiter: "+++", noSandbox: true });
  },
  async "easy-template-x"(template) {
    const { TemplateHandler } = require("easy-template-x");
    return (data) => new TemplateHandler().process(template, data);
  },
  async carbone(template, file) {
    const carbone = require("carbone");
    return (data) => new Promise((done, failed) =>
      carbone.render(file, data, {}, (error, result) => (error ? failed(error) : done(result))));
  },
};

const [engine, file, out, ...documents] = process.argv.slice(2);
const fill = await engines[engine](readFileSync(file), file);
for (const [i, data] of documents.entries()) {
  writeFileSync(`${out}/${i}.docx`, await fill(JSON.parse(readFileSync(data, "utf8"))));
}
process.exit(0); // Carbone keeps a watch that would go on
