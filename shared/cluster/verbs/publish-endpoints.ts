/** publishEndpoints: writes a Service's address list as its pods are now. */
import { z } from 'zod';
import { notFound } from '../../api/status.ts';
import { refuseNamespace } from '../api-server/namespaces.ts';
import { newMeta, ownerReference } from '../api-server/objects.ts';
import { endpointsOf } from '../controllers/endpoints/endpoints.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

/** Source: discovery/v1, LabelServiceName. */
const SERVICE_NAME_LABEL = 'kubernetes.io/service-name';

export const publishEndpoints = defineVerb({
  schema: z.strictObject({ verb: z.literal('publishEndpoints'), service: objectKey }),
  apply: (world, { service: key }) => {
    const service = world.get('Service', key);
    if (!service) return notFound('Service', key);
    const { name, namespace } = service.metadata;
    const before = world.get('EndpointSlice', key);
    const refusal = before ? null : refuseNamespace(world, 'EndpointSlice', { name, namespace });
    if (refusal) return refusal;
    const owner = ownerReference(service);
    const labels = { [SERVICE_NAME_LABEL]: name };
    world.put({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: before
        ? { ...before.metadata, ownerReferences: [owner] }
        : newMeta(world, 'EndpointSlice', { name, namespace, labels, owner }),
      endpoints: endpointsOf(world, service),
    });
    return null;
  },
});
