/** An object as YAML. The writer is loaded when it is wanted. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';

export function YamlView({ object }: { object: object }) {
  const [text, setText] = useState('');
  useEffect(() => {
    let isGone = false;
    void import('yaml').then(({ stringify }) => {
      if (!isGone) setText(stringify(object, { indentSeq: false }));
    });
    return () => {
      isGone = true;
    };
  }, [object]);
  return (
    <pre class="yaml" tabIndex={0} aria-label={t('yaml.label')} data-testid="yaml-view">
      {text}
    </pre>
  );
}
