import { readChartBlock } from '#domain/charts/block.ts';
import { useSay } from '#kit/words.ts';
import { PictureFigure } from './picture-figure.tsx';
import './charts.css';

/** A fenced block of the language `chart`, drawn; as it stands where it holds no picture that can be drawn. */
export function ChartBlock({ code }: { readonly code: string }) {
  const say = useSay();
  const picture = readChartBlock(code);
  if (picture) return <PictureFigure picture={picture} />;
  return (
    <>
      <p>{say('chart.unreadable')}</p>
      <pre>
        <code>{code}</code>
      </pre>
    </>
  );
}
