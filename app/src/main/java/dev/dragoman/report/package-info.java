/**
 * The page about one model: what its training cost, how it learnt, what it says, where it looks and
 * how its words lie. One class a section; {@link dev.dragoman.report.ReportPage} has their order.
 */
@NullMarked
package dev.dragoman.report;

import org.jspecify.annotations.NullMarked;
