// node --no-warnings in_node.mjs MODULE [ARGUMENT...]: runs a WebAssembly module as a program, by WASI.
import {readFileSync, writeSync} from 'node:fs';
import process from 'node:process';
import {WASI} from 'node:wasi';

const wasi = new WASI({version: 'preview1', args: process.argv.slice(2), returnOnExit: true});
let memory;

// Waits for a pipe that is full.
function write_all(file, bytes) {
    for (let done = 0; done < bytes.length;) {
        try {
            done += writeSync(file, bytes, done);
        } catch (error) {
            if (error.code !== 'EAGAIN') {
                throw error;
            }
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
        }
    }
}

// In place of Node's own, which loses what a full pipe does not take.
function fd_write(file, pieces, count, written) {
    const view = new DataView(memory.buffer);
    let total = 0;
    for (let piece = pieces; piece < pieces + 8 * count; piece += 8) {
        const bytes = new Uint8Array(memory.buffer, view.getUint32(piece, true), view.getUint32(piece + 4, true));
        write_all(file, bytes);
        total += bytes.length;
    }
    view.setUint32(written, total, true);
    return 0;
}

const {instance} = await WebAssembly.instantiate(readFileSync(process.argv[2]), {
    wasi_snapshot_preview1: {...wasi.wasiImport, fd_write},
});
memory = instance.exports.memory;
process.exitCode = wasi.start(instance);
