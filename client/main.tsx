// The page's entry. Until the client arrives: the title.
import { render } from 'preact';

render(<h1>Podville</h1>, document.body);
