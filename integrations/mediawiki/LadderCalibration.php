<?php
/** <ladder mode="self" height="700"/>: the ladder in a frame, from an address that the administrator allowed. */
class LadderCalibration {
	private const NAMES = [ 'mode', 'lang', 'theme', 'storage', 'ladder' ];

	public static function register( Parser $parser ) {
		$parser->setHook( 'ladder', [ self::class, 'render' ] );
	}

	public static function render( $input, array $given, Parser $parser ) {
		$config = MediaWiki\MediaWikiServices::getInstance()->getMainConfig();
		$allowed = $config->get( 'LadderCalibrationAddresses' );
		$address = $given['src'] ?? $allowed[0] ?? '';
		if ( !in_array( $address, $allowed, true ) ) {
			return Html::element( 'p', [ 'class' => 'error' ], 'The ladder is not set up for this address: ' . $address
				. '. An administrator can add it to $wgLadderCalibrationAddresses.' );
		}
		$setting = http_build_query( array_intersect_key( $given, array_flip( self::NAMES ) ), '', '&' );
		$frame = Html::element( 'iframe', [
			'title' => 'Ladder calibration',
			'src' => $address . 'embed.html#' . $setting,
			'width' => '100%',
			'height' => min( max( (int)( $given['height'] ?? 600 ), 100 ), 20000 ),
			'style' => 'border:0',
			'referrerpolicy' => 'no-referrer',
			'allow' => 'clipboard-write; web-share',
		] );
		$parser->getOutput()->addHeadItem(
			Html::element( 'script', [ 'src' => $address . 'embed.js', 'defer' => true ] ), 'ladder-calibration' );
		return [ Html::rawElement( 'div', [ 'data-ladder-calibration' => '' ], $frame ), 'markerType' => 'nowiki' ];
	}
}
