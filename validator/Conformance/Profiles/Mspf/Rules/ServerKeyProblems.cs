using Conformance.Findings;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>Reports what the reader of keys found wrong with the archive's own item of keys.</summary>
internal static class ServerKeyProblems
{
    /// <summary>Reports the problems of some kinds under one rule.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="sink">Takes findings.</param>
    /// <param name="arguments">The arguments of a problem's message; none for a problem that isn't the rule's.</param>
    public static void Report(MspfArchive archive, string rule, IFindingSink sink, Func<KeyProblem, Argument[]?> arguments)
    {
        string member = KnownItem.ServerKeys.Prefix;
        int ordinal = archive.OrdinalOf(member);
        foreach (KeyProblem problem in archive.Rooms.ServerKeys?.Problems ?? [])
        {
            if (arguments(problem) is { } given)
            {
                sink.Report(rule, new Location(member, problem.Offset < 0 ? null : problem.Offset, problem.Pointer), ordinal, given);
            }
        }
    }
}
