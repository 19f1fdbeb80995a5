/** Older versions of the API that a cluster still takes in: read as the one that it stores. Source: pkg/apis/autoscaling/v1. */
import { isObject, type Json, type JsonObject } from '../json.ts';

/** The same where there is nothing older about it. */
export function asStored(manifest: JsonObject): JsonObject {
  const { kind, apiVersion, spec } = manifest;
  if (kind !== 'HorizontalPodAutoscaler' || apiVersion !== 'autoscaling/v1') return manifest;
  return { ...manifest, apiVersion: 'autoscaling/v2', ...(isObject(spec) ? { spec: withMetrics(spec) } : {}) };
}

/** The one target of version 1 is the first metric of version 2. */
function withMetrics({ targetCPUUtilizationPercentage: percent, ...spec }: JsonObject): JsonObject {
  if (percent === undefined || percent === null) return spec;
  const target = { type: 'Utilization', averageUtilization: percent };
  const metrics: Json = [{ type: 'Resource', resource: { name: 'cpu', target } }];
  return { ...spec, metrics };
}
