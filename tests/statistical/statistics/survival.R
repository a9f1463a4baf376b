# Curves and restricted means of lives, by the package `survival`: an independent program.
# Usage: Rscript --vanilla survival.R SPELLS_CSV NUMBERS_CSV
suppressPackageStartupMessages(library(survival))
paths <- commandArgs(trailingOnly = TRUE)

horizons <- function(last) ceiling(1:4 * last / 4)

rows <- function(lives, quantity, day, state, value, standard_error) {
    data.frame(lives = lives, quantity = quantity, day = day, state = state,
               value = as.vector(value), standard_error = as.vector(standard_error))
}

# Aalen-Johansen: all begin in state 0. Standard errors are the infinitesimal jackknife.
states_of <- function(spells) {
    name <- spells$lives[1]
    states <- 0:(spells$states[1] - 1)
    stays <- spells$next_state == spells$state
    spells$event <- factor(ifelse(stays, "censored", spells$next_state), c("censored", states))
    spells$state <- factor(spells$state, states)
    fit <- survfit(Surv(from, to, event) ~ 1, data = spells, id = person, istate = state, influence = TRUE)
    stopifnot(all(fit$states == states))
    last <- max(spells$to)
    curve <- summary(fit, times = 1:last, extend = TRUE)
    numbers <- rows(name, "probability", rep(1:last, length(states)), rep(states, each = last),
                    curve$pstate, curve$std.err)
    for (horizon in horizons(last)) {
        means <- summary(fit, rmean = horizon)$table
        numbers <- rbind(numbers, rows(name, "mean_days", horizon, states, means[, "rmean"], means[, "se(rmean)"]))
    }
    numbers
}

# Kaplan-Meier with Greenwood's standard errors, where there is one cause.
kaplan_meier_of <- function(spells) {
    name <- spells$lives[1]
    fit <- survfit(Surv(to, next_state != state) ~ 1, data = spells)
    last <- max(spells$to)
    curve <- summary(fit, times = 1:last, extend = TRUE)
    numbers <- rows(name, "probability", 1:last, 0, curve$surv, curve$std.err)
    for (horizon in horizons(last)) {
        means <- summary(fit, rmean = horizon)$table
        numbers <- rbind(numbers, rows(name, "mean_days", horizon, 0, means["rmean"], means["se(rmean)"]))
    }
    numbers
}

all_spells <- read.csv(paths[1])
numbers <- NULL
for (spells in split(all_spells, factor(all_spells$lives, unique(all_spells$lives)))) {
    numbers <- rbind(numbers, cbind(estimator = "aalen-johansen", states_of(spells)))
    if (spells$states[1] == 2) {
        numbers <- rbind(numbers, cbind(estimator = "kaplan-meier", kaplan_meier_of(spells)))
    }
}
numbers$value <- sprintf("%.17g", numbers$value)
numbers$standard_error <- sprintf("%.17g", numbers$standard_error)
write.csv(numbers, paths[2], row.names = FALSE, quote = FALSE)
