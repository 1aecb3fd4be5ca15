import { useAnnouncement } from '#kit/announce.ts';

/** The two places a screen reader listens to. A new node each time, so that the same words are said again. */
export function LiveRegions() {
  const { id, text, assertive } = useAnnouncement();
  return (
    <div className="sat-live">
      <div className="vh" role="status" id="polite">
        {!assertive && <span key={id}>{text}</span>}
      </div>
      <div className="vh" role="alert" id="assertive">
        {assertive && <span key={id}>{text}</span>}
      </div>
    </div>
  );
}
