// node --no-warnings in_node.mjs MODULE [ARGUMENT...]: runs a WebAssembly module as a program, by WASI.
import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {WASI} from 'node:wasi';

const wasi = new WASI({version: 'preview1', args: process.argv.slice(2), returnOnExit: true});
const {instance} = await WebAssembly.instantiate(await readFile(process.argv[2]), {
    wasi_snapshot_preview1: wasi.wasiImport,
});
process.exitCode = wasi.start(instance);
