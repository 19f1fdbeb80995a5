/** Should the town's picture fail, the panels go on: the cluster can be run without seeing it. */
import { Component, type ComponentChildren } from 'preact';
import { t } from '../i18n/i18n.ts';
import { hasFirstPicture } from '../state/first-picture.ts';

export class TownBoundary extends Component<{ children: ComponentChildren }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  override componentDidCatch(error: unknown): void {
    // The only trace of it, for whoever looks into the browser's console.
    console.error(error);
    hasFirstPicture.value = true;
    this.setState({ hasFailed: true });
  }

  override render() {
    if (this.state.hasFailed) return <p class="town-failed">{t('game.townFailed')}</p>;
    return this.props.children;
  }
}
