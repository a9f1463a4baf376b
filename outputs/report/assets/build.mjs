// Bundles the charts into the one script that the page carries. Run by CMake where Node.js is there.
//
//   node build.mjs OUTPUT

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const version = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;

const licences = [
  `Apache ECharts ${version("echarts")}, Copyright The Apache Software Foundation, Apache License 2.0`,
  `ZRender ${version("zrender")}, Copyright (c) 2017, Baidu Inc., BSD 3-Clause License`,
  `tslib ${version("tslib")}, Copyright (c) Microsoft Corporation, BSD Zero Clause License`,
];

await build({
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  entryPoints: ["charts/main.js"],
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2020"],
  charset: "utf8",
  legalComments: "none",
  banner: { js: `/*!\n${licences.map((line) => ` * ${line}`).join("\n")}\n */` },
  define: { "process.env.NODE_ENV": '"production"' },
  outfile: process.argv[2],
});
