using System.Globalization;
using System.Text;
using Conformance.Rooms.Authorisation;

namespace Conformance.Rooms.Rules;

/// <summary>How findings on rooms write what they name.</summary>
internal static class RoomTexts
{
    private const int Listed = 3;

    /// <summary>A time in milliseconds since 1970, to the second; the number itself where no calendar has it.</summary>
    public static string Time(long milliseconds)
    {
        if (milliseconds < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return milliseconds.ToString(CultureInfo.InvariantCulture) + " ms";
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>The first few of some events, and how many more there are.</summary>
    public static string Events(RoomVisit visit, IReadOnlyList<int> events)
    {
        var text = new StringBuilder();
        for (int i = 0; i < Math.Min(Listed, events.Count); i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(visit.IdOf(events[i]));
        }

        if (events.Count > Listed)
        {
            text.Append(CultureInfo.InvariantCulture, $" and {events.Count - Listed} more");
        }

        return text.ToString();
    }

    /// <summary>A rule by its short name and its number in the text of the room's version.</summary>
    public static string Rule(RoomVisit visit, AuthRule rule)
    {
        string number = AuthRuleNames.NumberOf(rule, visit.Room.Version.AuthRules);
        string name = AuthRuleNames.CodeOf(rule);
        return number.Length == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{number} ({name})");
    }

    /// <summary>The events that a rule looked at, or that it looked at none.</summary>
    public static string Evidence(RoomVisit visit, AuthEvidence evidence)
    {
        var events = new List<int>();
        for (int i = 0; i < evidence.Count; i++)
        {
            events.Add(evidence[i]);
        }

        return events.Count == 0 ? "no event" : string.Join(", ", events.Select(visit.IdOf));
    }
}
