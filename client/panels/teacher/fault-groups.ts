/** The catalogue of faults as the teacher looks through it: by component, and by what is sought in either language. */
import { FAULTS } from '../../../shared/cluster/faults/catalogue.ts';
import { FAULT_COMPONENTS, type FaultComponent } from '../../../shared/cluster/faults/fault-type.ts';
import { loadBothLanguages, textsOf } from '../../i18n/i18n.ts';

interface FaultGroup {
  readonly component: FaultComponent;
  readonly types: readonly string[];
}

/** Groups in which nothing is found are left out. */
export function faultGroups(sought: string): readonly FaultGroup[] {
  const words = sought
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 0) void loadBothLanguages();
  return FAULT_COMPONENTS.flatMap((component) => {
    const types = FAULTS.filter((fault) => fault.component === component)
      .map(({ type }) => type)
      .filter((type) => words.every((word) => textOf(type, component).includes(word)));
    return types.length === 0 ? [] : [{ component, types }];
  });
}

/** Name, title and symptom, in both languages: who teaches in one may know the other's word. */
function textOf(type: string, component: FaultComponent): string {
  const keys = [`fault.${type}.title`, `fault.${type}.symptom`, `faultComponent.${component}`];
  return [type, ...keys.flatMap(textsOf)].join(' ').toLowerCase();
}
