<?php // php facultetus.php OUT.pdf : the student portal's card, by TCPDF as the portal makes it
require 'tcpdf/tcpdf.php';
$pdf = new TCPDF('P', 'pt', 'A4');
$pdf->setPrintHeader(false); $pdf->setPrintFooter(false); $pdf->SetAutoPageBreak(false); $pdf->setFontSubsetting(true); $pdf->AddPage();
$y = 30;
function put($x, $text, $size = 9, $bold = false, $gap = 0) {
    global $pdf, $y;
    $y += $gap; $pdf->SetFont('dejavusans', '', $size); $pdf->Text($x, $y, $text); $y += $size * 1.35;
}
foreach ([['Языки', 1], ['Русский — родной', 0], ['Английский — B1', 0], ['Навыки', 1], ['SQL', 0], ['Figma', 0], ['Публичные выступления', 0],
    ['Интересны сферы', 1], ['Образование', 0], ['Интересны профессии', 1], ['Методист', 0]] as [$t, $b]) put(26, $t, 9, false, $b ? 10 : 0);
$y = 30;
foreach (['Сорокина', 'Дарья', 'Игоревна'] as $t) put(196, $t, 20);
put(196, 'Полных лет - 20, Томская область, Томск');
put(196, 'Образование', 14, false, 10); put(196, 'Томский институт сказок', 9.5); put(196, 'Бакалавриат, 2022 - 2026');
put(196, 'Опыт работы', 14, false, 10);
put(196, 'Стажёр-методист в Школа «Северный ветер»', 9.5); put(196, 'январь 2025 - наст. время'); put(196, 'Готовит задания для кружка.');
put(196, 'Вожатая в Лагерь «Костёр»', 9.5); put(196, 'июнь 2024 - август 2024'); put(196, 'Отряд 30 человек.');
put(196, 'О себе', 14, false, 10); put(196, 'Люблю учить.');
put(196, 'Достижения', 14, false, 10); put(196, 'Диплом II степени, март 2025');
$y = 805; put(26, 'Powered by TCPDF (www.tcpdf.org)', 6);
$pdf->Output($argv[1], 'F');
