/** NodeName: a pod that names its village stands there or nowhere. */
import { refuse, type FilterPlugin } from '../framework.ts';

export const nodeName: FilterPlugin = {
  name: 'NodeName',
  isLocal: true,
  preFilter: ({ spec }) =>
    spec.nodeName === null
      ? null
      : {
          judge: ({ node }) =>
            node.metadata.name === spec.nodeName
              ? null
              : refuse('UnschedulableAndUnresolvable', "node(s) didn't match the requested node name"),
        },
};
