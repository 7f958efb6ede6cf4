namespace Conformance.Comparison;

/// <summary>How the things of one kind in two archives go together.</summary>
/// <param name="Part">The kind.</param>
/// <param name="Same">How many are in both and say the same.</param>
/// <param name="Lost">How many only the first has.</param>
/// <param name="Changed">How many say different things.</param>
/// <param name="Invented">How many only the second has.</param>
internal sealed record PartCount(ContentPart Part, long Same, long Lost, long Changed, long Invented)
{
    /// <summary>How many differ.</summary>
    public long Differences => Lost + Changed + Invented;
}
