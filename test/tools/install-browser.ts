// `npm run browser`: finds or installs the browser of the browser tests, and says which it is.
import { ensureBrowser } from '../support/browser.ts';

console.log(ensureBrowser());
