import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import type { SittingState } from '../../quiz-engine/exam/sitting.ts';
import { loadMaterial, type Material } from './exam-material.ts';

/** The questions of a sitting; undefined while they are fetched. */
export function useMaterial(lang: Language, state: SittingState) {
  const [material, setMaterial] = useState<Material | 'failed'>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isGone = false;
    void loadMaterial(lang, state).then((loaded) => {
      if (!isGone) setMaterial(loaded ?? 'failed');
    });
    const again = () => setTurn((before) => before + 1);
    addEventListener('online', again, { once: true });
    return () => {
      isGone = true;
      removeEventListener('online', again);
    };
  }, [lang, state.id, turn]);
  return { material, retry: () => setTurn((before) => before + 1) };
}
