/** Rules over several fields of a Deployment. Source: pkg/apis/apps/validation. */
import type { Deployment, DeploymentSpec } from '../../api/deployment.ts';
import { scaledValue } from '../../api/int-or-percent.ts';
import { invalidValue, type FieldError } from './invalid.ts';
import { workloadSelectorErrors } from './validate-selector.ts';
import { templateErrors } from './validate-template.ts';

export function validateDeployment(spec: DeploymentSpec, before: Deployment | undefined): readonly FieldError[] {
  return [
    ...workloadSelectorErrors('deployment', spec, before?.spec),
    ...strategyErrors(spec),
    ...deadlineErrors(spec),
    ...templateErrors(spec.template, 'spec.template', 'ReplicaSet'),
  ];
}

function strategyErrors({ strategy }: DeploymentSpec): readonly FieldError[] {
  if (strategy.type === 'Recreate') return [];
  const { maxSurge, maxUnavailable } = strategy.rollingUpdate;
  const unavailable = 'spec.strategy.rollingUpdate.maxUnavailable';
  if (typeof maxUnavailable === 'string' && scaledValue(maxUnavailable, 100, 'up') > 100) {
    return [invalidValue('invalidAboveAll', unavailable, maxUnavailable, 'must not be greater than 100%')];
  }
  // Only a written 0 counts: a small percentage of few pods is another matter.
  if (scaledValue(maxSurge, 100, 'up') > 0 || scaledValue(maxUnavailable, 100, 'up') > 0) return [];
  return [invalidValue('invalidNoRoom', unavailable, maxUnavailable, 'may not be 0 when `maxSurge` is 0')];
}

function deadlineErrors({ progressDeadlineSeconds, minReadySeconds }: DeploymentSpec): readonly FieldError[] {
  if (progressDeadlineSeconds > minReadySeconds) return [];
  const why = 'must be greater than minReadySeconds';
  return [invalidValue('invalidDeadline', 'spec.progressDeadlineSeconds', progressDeadlineSeconds, why)];
}
