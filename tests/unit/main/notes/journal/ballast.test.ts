import { describe, expect, test } from 'vitest';
import { BALLAST, openBallast } from '#main/notes/journal/ballast.ts';
import { FakeDisk, failAt } from '#support/fake-disk.ts';

const MB = 1024 * 1024;
const FOLDER = '/home';

describe('the ballast', () => {
  test('is made once when there is room, and takes it', async () => {
    const disk = new FakeDisk({ room: 500 * MB });
    const ballast = openBallast(FOLDER, disk);
    expect(await ballast.look()).toMatchObject({ low: false, ballast: 'kept' });
    expect(disk.bytes(`${FOLDER}/ballast`).length).toBe(BALLAST);
    expect(disk.room).toBe(484 * MB);
    const { calls } = disk;
    await ballast.look();
    expect(disk.calls - calls).toBe(2);
  });

  test('is given back below 64 MB, and that does not end the shortage', async () => {
    const disk = new FakeDisk({ room: 200 * MB });
    const ballast = openBallast(FOLDER, disk);
    await ballast.look();
    disk.room = 63 * MB;
    expect(await ballast.look()).toMatchObject({ low: true, ballast: 'dropped' });
    expect(disk.room).toBe(79 * MB);
    expect(await ballast.look()).toMatchObject({ low: true, ballast: 'absent' });
    disk.room = 81 * MB;
    expect(await ballast.look()).toMatchObject({ low: false, ballast: 'kept' });
  });

  test('is not made on a disk that is short from the start', async () => {
    const disk = new FakeDisk({ room: 79 * MB });
    expect(await openBallast(FOLDER, disk).look()).toMatchObject({ low: true, ballast: 'absent' });
    expect(await disk.names(FOLDER)).toEqual([]);
  });

  test('D11 a disk that refuses at any call leaves no half ballast that counts', async () => {
    const whole = new FakeDisk({ room: 500 * MB });
    await openBallast(FOLDER, whole).look();
    for (let at = 2; at <= whole.calls; at++) {
      const disk = new FakeDisk({ room: 500 * MB, before: failAt(at, 'EIO') });
      const ballast = openBallast(FOLDER, disk);
      await ballast.look();
      expect(await ballast.look()).toMatchObject({ low: false, ballast: 'kept' });
      expect(disk.bytes(`${FOLDER}/ballast`).length).toBe(BALLAST);
    }
  });
});
