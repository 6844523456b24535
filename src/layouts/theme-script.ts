/**
 * Runs in the head before the first paint, so that a stored theme never flashes and the place for a returning learner
 * is kept from the beginning.
 * The content security policy carries its hash (astro.config.mjs), hence one constant string.
 */
export const THEME_SCRIPT =
  "try{var t=localStorage.getItem('drydock-theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t;if(localStorage.getItem('drydock-returning'))document.documentElement.dataset.returning=''}catch{}";
