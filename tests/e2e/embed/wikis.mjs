// DokuWiki and MediaWiki out of Debian's packages: copied into a folder of their own, set up, and served by PHP.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../support/fixtures.mjs';
import { freePort, listening } from './support.mjs';

const PACKAGES = { dokuwiki: '/usr/share/dokuwiki', mediawiki: '/usr/share/mediawiki' };

/** Whether the packages are there. `cargo xtask test` installs them where it may, and then nothing is skipped. */
export const installed = (name) => process.env.LADDER_WIKIS === '1' || (fs.existsSync(PACKAGES[name]) && fs.existsSync('/usr/bin/php'));

async function served(folder, port, env = process.env) {
  const php = spawn('php', ['-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, '-t', folder], { stdio: 'ignore', env: { ...env, PHP_CLI_SERVER_WORKERS: '2' } });
  await listening(port);
  const close = async () => {
    const gone = new Promise((resolve) => php.on('exit', resolve));
    php.kill();
    await gone;
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { url: `http://localhost:${port}/`, close };
}

function copied(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `ladder-${name}-`));
  execFileSync('cp', ['-rL', '--no-preserve=ownership', `${PACKAGES[name]}/.`, folder], { stdio: 'ignore' });
  return folder;
}

/** A DokuWiki without log-in, with our plugin set to `ladder`, and with its raw-HTML switch on. */
export async function dokuwiki(ladder) {
  const [folder, port] = [copied('dokuwiki'), await freePort()];
  fs.rmSync(`${folder}/inc/preload.php`, { force: true });
  execFileSync('cp', ['-rL', '/etc/dokuwiki/.', `${folder}/conf`]);
  for (const name of ['attic', 'cache', 'index', 'locks', 'log', 'media', 'media_attic', 'media_meta', 'meta', 'pages', 'tmp']) fs.mkdirSync(`${folder}/data/${name}`, { recursive: true });
  fs.cpSync(`${ROOT}integrations/dokuwiki`, `${folder}/lib/plugins/ladder`, { recursive: true });
  fs.writeFileSync(`${folder}/conf/local.php`, `<?php
    $conf['title'] = 'A DokuWiki'; $conf['useacl'] = 0; $conf['savedir'] = './data'; $conf['htmlok'] = 1; $conf['updatecheck'] = 0;
    $conf['plugin']['ladder']['addresses'] = '${ladder}';`);
  return served(folder, port);
}

/** A MediaWiki on SQLite that everyone may edit, with our extension set to `ladder`, and raw HTML allowed. */
export async function mediawiki(ladder) {
  const [folder, port] = [fs.mkdtempSync(path.join(os.tmpdir(), 'ladder-mediawiki-')), await freePort()];
  // MW_INSTALL_PATH makes MediaWiki look for its settings here, so that the program itself can stay where it is.
  const own = ['LocalSettings.php', 'extensions', 'extensions-core', 'images', 'config'];
  for (const name of fs.readdirSync(PACKAGES.mediawiki).filter((n) => !own.includes(n))) fs.symlinkSync(`${PACKAGES.mediawiki}/${name}`, `${folder}/${name}`);
  for (const name of ['extensions', 'images', 'cache', 'db']) fs.mkdirSync(`${folder}/${name}`, { recursive: true });
  const env = { ...process.env, MW_INSTALL_PATH: folder };
  execFileSync('php', ['maintenance/install.php', '--confpath', folder, '--dbtype', 'sqlite', '--dbpath', `${folder}/db`, '--pass', 'a long enough passphrase', '--server', `http://localhost:${port}`, '--scriptpath', '', 'A MediaWiki', 'Admin'], { cwd: folder, stdio: 'ignore', env });
  fs.cpSync(`${ROOT}integrations/mediawiki`, `${folder}/extensions/LadderCalibration`, { recursive: true });
  fs.appendFileSync(`${folder}/LocalSettings.php`, `
    wfLoadExtension( 'LadderCalibration' ); $wgLadderCalibrationAddresses = [ '${ladder}' ]; $wgRawHtml = true;
    $wgMainCacheType = CACHE_NONE; $wgJobRunRate = 0; $wgCacheDirectory = "$IP/cache";`);
  return served(folder, port, env);
}
