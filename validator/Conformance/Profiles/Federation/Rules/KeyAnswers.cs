using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>What servers answer about keys: their own, or those of others.</summary>
internal static class KeyAnswers
{
    /// <summary>The objects that servers publish their keys in, one of each server.</summary>
    public static IEnumerable<Node> Of(FederationVisit visit)
    {
        if (visit.Is("keys/server"))
        {
            return [visit.Answer.Map];
        }

        var answers = new List<Node>();
        foreach (Node entry in visit.Is("keys/query") ? visit.Answer.Map.Get("server_keys"u8).Elements() : default(Node).Elements())
        {
            answers.Add(entry);
        }

        return answers;
    }

    /// <summary>The time by which an answer is judged, in milliseconds since 1970: its <c>Date</c>. Null when it isn't known.</summary>
    public static long? TimeOf(FederationVisit visit) => visit.Exchange.Date?.ToUnixTimeMilliseconds();
}
