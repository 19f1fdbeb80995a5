// `npm run verify -- FILE`: replays a recording without a browser and compares its hashes and uptime.
console.error('verify: recordings do not exist yet, so there is nothing to verify');
process.exitCode = 1;
