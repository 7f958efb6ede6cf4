namespace Conformance.Findings;

/// <summary>Takes what rules find. Implementations need not be safe for several threads.</summary>
public interface IFindingSink
{
    /// <summary>Whether a rule is switched on and still has room, so that making its findings is worth the work.
    /// A rule that finds something must call <see cref="Report"/> or <see cref="CountOnly"/> either way.</summary>
    /// <param name="rule">The rule's id.</param>
    /// <returns>True when a finding of the rule would be kept.</returns>
    bool Wants(string rule);

    /// <summary>Takes a finding.</summary>
    /// <param name="finding">The finding.</param>
    void Report(Finding finding);

    /// <summary>Counts a finding that nobody wants in full.</summary>
    /// <param name="rule">The rule's id.</param>
    void CountOnly(string rule);

    /// <summary>Takes a note that something was not checked.</summary>
    /// <param name="item">What, and why.</param>
    void ReportNotChecked(NotChecked item);
}
