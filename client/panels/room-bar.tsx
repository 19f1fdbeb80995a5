/** How much of something is taken, as a bar with its figures. */
export function RoomBar({ label, used, all, text }: { label: string; used: number; all: number; text: string }) {
  const percent = all === 0 ? 0 : Math.min(100, Math.floor((used * 100) / all));
  return (
    <div class="room-bar">
      <span class="room-label">{label}</span>
      <span class="bar" aria-hidden="true">
        <span class={percent >= 90 ? 'bar-fill nearly-full' : 'bar-fill'} style={{ width: `${percent}%` }} />
      </span>
      <span class="mono">{text}</span>
    </div>
  );
}
