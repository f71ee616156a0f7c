<?php
/** <ladder mode="self" height="700">: the ladder in a frame, from an address that the administrator allowed. */
class syntax_plugin_ladder extends DokuWiki_Syntax_Plugin
{
    const NAMES = ['mode', 'lang', 'theme', 'storage', 'ladder'];

    public function getType()
    {
        return 'substition';
    }

    public function getPType()
    {
        return 'block';
    }

    public function getSort()
    {
        return 155;
    }

    public function connectTo($mode)
    {
        $this->Lexer->addSpecialPattern('<ladder\b[^>]*>', $mode, 'plugin_ladder');
    }

    public function handle($match, $state, $pos, Doku_Handler $handler)
    {
        preg_match_all('/([\w-]+)\s*=\s*"([^"]*)"/', $match, $found, PREG_SET_ORDER);
        return array_column($found, 2, 1);
    }

    public function render($format, Doku_Renderer $renderer, $given)
    {
        if ($format !== 'xhtml') {
            return false;
        }
        $allowed = preg_split('/\s+/', $this->getConf('addresses'), -1, PREG_SPLIT_NO_EMPTY);
        $address = $given['src'] ?? $allowed[0] ?? '';
        if (!in_array($address, $allowed, true)) {
            $renderer->doc .= '<p class="error">The ladder is not set up for this address: '
                . hsc($address) . '. An administrator can add it in the settings of the plugin.</p>';
            return true;
        }
        $setting = http_build_query(array_intersect_key($given, array_flip(self::NAMES)), '', '&');
        $height = min(max((int) ($given['height'] ?? 600), 100), 20000);
        $renderer->doc .= '<div data-ladder-calibration=""><iframe title="Ladder calibration" width="100%" height="'
            . $height . '" style="border:0" referrerpolicy="no-referrer" allow="clipboard-write; web-share" src="'
            . hsc($address . 'embed.html#' . $setting) . '"></iframe></div><script src="'
            . hsc($address . 'embed.js') . '" defer></script>';
        return true;
    }
}
