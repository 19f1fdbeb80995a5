/** The few small signs of the panels, drawn here: not every machine has a font for them. Decoration: words stand beside. */
const PATHS = {
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  play: 'M4 2.5v11l9-5.5z',
  hand: 'M4 8V4.5a1 1 0 0 1 2 0V3a1 1 0 0 1 2 0v-.5a1 1 0 0 1 2 0V4a1 1 0 0 1 2 0v5.5A4.5 4.5 0 0 1 7.5 14C5.5 14 4.6 13 3.6 11L2.2 8.6a1 1 0 0 1 1.6-1z',
  gear: 'M8 5.2A2.8 2.8 0 1 0 8 10.800a2.800 2.800 0 0 0 0-5.600zM7 1h2l.4 2 1.300.6 1.800-1.100 1.400 1.400-1.100 1.800.6 1.300 2 .4v2l-2 .4-.6 1.300 1.100 1.800-1.400 1.400-1.800-1.100-1.300.6L9 15H7l-.4-2-1.300-.6-1.800 1.100-1.400-1.400 1.100-1.800-.6-1.300-2-.4v-2l2-.4.6-1.300L2.100 4.100l1.400-1.400 1.800 1.100 1.300-.6z',
  warning: 'M8 1.500 15 14H1zM7.200 6v4h1.600V6zM7.200 11v1.600h1.600V11z',
  check: 'M2.500 8.500 4 7l2.800 2.700L12 4l1.500 1.500L6.800 12.800z',
  cross: 'M3.500 5 5 3.500l3 3 3-3L12.500 5l-3 3 3 3-1.500 1.500-3-3-3 3L3.500 11l3-3z',
  up: 'M8 4.500 14.500 11 13 12.500l-5-5-5 5L1.500 11z',
  down: 'M8 11.500 1.500 5 3 3.500l5 5 5-5L14.500 5z',
  star: 'm8 1.500 2 4.200 4.600.6-3.400 3.200.9 4.600L8 11.800l-4.100 2.300.9-4.600L1.400 6.300 6 5.700z',
  bolt: 'M9.500 1 3 9h4l-1 6 6.500-8.500h-4z',
  flag: 'M3 1h1.500v1H13l-2.500 3.500L13 9H4.500v6H3z',
  code: 'M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h2v2H9zM12 9h2v2h-2zM9 12h2v2H9zM12 12h2v2h-2z',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
