# Around the answers: where they come from, asking back, and getting back to the set.

# Where an answer comes from, one line under it.
credit = <i>Source: { $parts }</i>
credit-article = the article
credit-corrected = the article, made more exact
credit-research = research ({ $who })
credit-ours = our coaching rule
