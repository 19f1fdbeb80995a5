/** A container's environment: what the image brings, what ConfigMaps furnish, what the pod says. The last one wins. */
import type { Container } from '../../api/pod.ts';
import type { Image } from '../../api/world/image.ts';
import type { View } from '../../store/store.ts';

/** Pods live in one namespace; so does their furniture. */
const configMapKey = (podKey: string, name: string): string => `${podKey.slice(0, podKey.indexOf('/'))}/${name}`;

/** Names of the ConfigMaps without which the container cannot be made. */
export function missingConfigMaps(view: View, podKey: string, container: Container): readonly string[] {
  return container.envFrom
    .map(({ configMapRef }) => configMapRef.name)
    .filter((name) => view.get('ConfigMap', configMapKey(podKey, name)) === undefined);
}

export function environmentOf(view: View, podKey: string, container: Container, image: Image): Record<string, string> {
  const environment: Record<string, string> = { ...image.config.env };
  for (const { configMapRef } of container.envFrom) {
    Object.assign(environment, view.get('ConfigMap', configMapKey(podKey, configMapRef.name))?.data);
  }
  for (const { name, value } of container.env) environment[name] = value;
  return environment;
}
