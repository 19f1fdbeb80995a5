/** The server's entry: `npm start`. */
import { startApp } from './app.ts';
import { classAddresses } from './addresses.ts';
import { ConfigError, readConfig, type Config } from './config.ts';

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

const config = configOrExit();
const app = await startApp(config).catch((error: unknown) => {
  const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(isTaken ? `Port ${config.port} is taken: set PORT to another one` : error);
  process.exit(1);
});

console.log(`Podville is open${app.sessions > 0 ? `, with ${app.sessions} session(s) from before` : ''}:`);
for (const address of classAddresses(config.publicUrl, config.host, app.port)) console.log(`  ${address}`);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Asked twice: at once.
    if (isStopping) process.exit(1);
    isStopping = true;
    void app.stop().finally(() => process.exit(0));
  });
}
