/**
 * Works something out once in so many milliseconds for each key, for all who ask this server meanwhile. What failed is
 * not kept, nor is anything used at a time before it was worked out, as when a demo's clock is set back. It knows nobody:
 * keep only what anyone may see, or what is narrowed afterwards.
 */
export function keptFor<Key, Value>(
  longest: number,
  workOut: (key: Key, now: Date) => Promise<Value>,
): (key: Key, now: Date) => Promise<Value> {
  const kept = new Map<Key, { from: number; until: number; value: Promise<Value> }>();
  return (key, now) => {
    const from = now.getTime();
    const known = kept.get(key);
    if (known && known.from <= from && from < known.until) return known.value;
    const mine = { from, until: from + longest, value: workOut(key, now) };
    kept.set(key, mine);
    mine.value.catch(() => {
      if (kept.get(key) === mine) kept.delete(key);
    });
    return mine.value;
  };
}
