using Conformance.Findings;

namespace Conformance.Profiles.Mspf;

/// <summary>Reporting in one line.</summary>
internal static class SinkExtensions
{
    /// <summary>Reports, or only counts, a finding.</summary>
    public static void Report(this IFindingSink sink, string rule, Location location, int memberOrdinal, params ReadOnlySpan<Argument> arguments)
    {
        if (sink.Wants(rule))
        {
            sink.Report(Finding.Of(rule, location, arguments) with { MemberOrdinal = memberOrdinal });
        }
        else
        {
            sink.CountOnly(rule);
        }
    }

    /// <summary>Reports, or only counts, a finding about a member.</summary>
    public static void Report(this IFindingSink sink, string rule, Member member, params ReadOnlySpan<Argument> arguments) =>
        sink.Report(rule, member.Location, member.Ordinal, arguments);
}
