import { expect, test } from 'vitest';
import { endWithout, underWay } from '#files/under-way.ts';

test('a process ends by force where work on a disk has no answer, and by itself where it has', async () => {
  let killed = 0;
  let end = (): void => undefined;
  endWithout(
    () => (killed += 1),
    (last) => (end = last),
  );
  end();
  expect(killed).toBe(0);
  const answers: (() => void)[] = [];
  const work = underWay(new Promise<void>((resolve) => answers.push(resolve)));
  const failed = underWay(Promise.reject(new Error('EIO')));
  await expect(failed).rejects.toThrow('EIO');
  end();
  expect(killed).toBe(1);
  answers[0]?.();
  await work;
  end();
  expect(killed).toBe(1);
});
