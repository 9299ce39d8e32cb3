// The final stage of packaging/Dockerfile for a shell script: `node dockerfile.mjs steps` gives its instructions,
// `entrypoint` and `healthcheck` the words of those commands. Each ends with a NUL.

import { readDockerfile, readImage } from './manifest.mjs';

const steps = () => readDockerfile().filter(({ stage }) => stage === 'nova').map(({ keyword, text }) => `${keyword} ${text}`);
const words = { steps, entrypoint: () => readImage().entrypoint, healthcheck: () => readImage().healthcheck };
process.stdout.write(words[process.argv[2]]().map((word) => `${word}\0`).join(''));
