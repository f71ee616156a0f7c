<?php
$meta['addresses'] = [''];
