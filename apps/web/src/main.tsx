// Latin, Latin extended, Greek, Cyrillic and Vietnamese; a browser fetches only the ranges that are on the page.
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-sans-3/wght-italic.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './design/tokens.css';
import './design/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';

const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no element with the id “page”.');
createRoot(page).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
