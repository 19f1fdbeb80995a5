/** What to look for when a fault has struck: events, conditions, states of containers, and what a panel shows. */
import { faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import type { Symptom } from '../../../shared/cluster/faults/symptoms.ts';
import { maybeT, t } from '../../i18n/i18n.ts';

export function FaultSigns({ type }: { type: string }) {
  return (
    <div class="fault-signs" data-testid="fault-signs">
      <strong>{t('faults.signs')}</strong>
      <ul>
        {faultNamed(type).symptoms.map((symptom) => {
          const words = wordsOf(symptom);
          return <li key={words}>{words}</li>;
        })}
      </ul>
    </div>
  );
}

function wordsOf(symptom: Symptom): string {
  switch (symptom.type) {
    case 'event':
      return t('sign.event', { reason: symptom.reason });
    case 'condition': {
      const { kind, condition, status, reason } = symptom;
      return reason === undefined
        ? t('sign.condition', { kind, condition, status })
        : t('sign.conditionReason', { kind, condition, status, reason });
    }
    case 'container': {
      const { reason, exitCode: code } = symptom;
      return code === undefined ? t('sign.container', { reason }) : t('sign.containerExit', { reason, code });
    }
    case 'loss':
      return t('sign.loss', { reason: maybeT(`loss.${symptom.reason}`) ?? symptom.reason });
    case 'gauge':
      return maybeT(`faultGauge.${symptom.name}`) ?? symptom.name;
  }
}
