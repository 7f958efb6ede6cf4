using System.Text;
using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Stable and unstable names say the same.</summary>
internal sealed class PST020 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST020);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("send_join"))
        {
            return;
        }

        foreach ((string stable, string unstable) in PartialAnswer.Names)
        {
            Node now = visit.Answer.Map.Get(Encoding.ASCII.GetBytes(stable));
            Node old = visit.Answer.Map.Get(Encoding.ASCII.GetBytes(unstable));
            if (now.Exists && old.Exists && !IsSame(now, old))
            {
                visit.Report(Id, visit.Answer, old, ("name", unstable), ("now", stable));
            }
        }
    }

    private static bool IsSame(Node now, Node old) => now.Kind == NodeKind.Array && old.Kind == NodeKind.Array
        ? TextsOf(now).SetEquals(TextsOf(old))
        : now.Kind == old.Kind;

    private static HashSet<string> TextsOf(Node array)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node element in array.Elements())
        {
            texts.Add(element.AsString() ?? "");
        }

        return texts;
    }
}
