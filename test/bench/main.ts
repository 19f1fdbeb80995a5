// `npm run bench`: the measured figures of the kernel and the server.
console.error('bench: nothing is measured yet');
process.exitCode = 1;
