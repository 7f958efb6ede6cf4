using System.Text.Json;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Inspection;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;

namespace Conformance.Reports.Rooms;

/// <summary>Writes the state of a room as JSON: <c>schemas/report/state.schema.json</c>.</summary>
internal static class StateJsonWriter
{
    /// <summary>Writes an answer as UTF-8, ending in a line feed. The stream stays open.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="output">Takes the bytes.</param>
    /// <exception cref="IOException">The stream can't be written to.</exception>
    public static void Write(StateAnswer answer, Stream output)
    {
        ArgumentNullException.ThrowIfNull(answer);
        RoomEvents room = answer.Room.Events;
        var words = new RoomWords(room, wholeIds: true);
        using (var json = new Utf8JsonWriter(output, ReportJson.Options))
        {
            json.WriteStartObject();
            json.WriteText("room", words.Raw(room.RoomId));
            if (answer.Question.Event >= 0)
            {
                json.WriteText("at", room.IdOf(answer.Question.Event));
            }
            else
            {
                WriteIds(json, "at", answer.At, room);
            }

            WriteState(json, answer, words);
            if (answer.Member is { } member)
            {
                WriteMember(json, member, room);
            }

            if (answer.Explanation is { } explanation)
            {
                WriteExplanation(json, answer, explanation, words);
            }

            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteState(Utf8JsonWriter json, StateAnswer answer, RoomWords words)
    {
        RoomEvents room = answer.Room.Events;
        if (answer.Map is not null)
        {
            json.WriteStartArray("state");
            foreach (int index in answer.State)
            {
                json.WriteStartObject();
                WriteSlot(json, room.SlotOf(index), room, words);
                json.WriteText("event_id", room.IdOf(index));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            return;
        }

        json.WriteNull("state");
        json.WriteStartObject("undetermined");
        json.WriteNumber("count", answer.EndCount);
        json.WriteStartArray("ends");
        foreach (KnowledgeEnd end in answer.Ends)
        {
            json.WriteStartObject();
            json.WriteString("cause", RoomWords.Word(end.Kind));
            json.WriteText("event_id", room.IdOf(end.Event));
            if (end.Follower >= 0)
            {
                json.WriteText("followed_by", room.IdOf(end.Follower));
                json.WriteNumber("depth", room.DepthOf(end.Follower));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, MembershipAnswer member, RoomEvents room)
    {
        json.WriteStartObject("user");
        json.WriteText("user_id", member.User);
        json.WriteString("membership", RoomWords.Word(member.Membership));
        if (member.Event >= 0)
        {
            json.WriteText("event_id", room.IdOf(member.Event));
            json.WriteStartObject("since");
            json.WriteText("event_id", room.IdOf(member.Since));
            json.WriteNumber("origin_server_ts", room.TimeOf(member.Since));
            json.WriteBoolean("known", member.IsSinceKnown);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteExplanation(Utf8JsonWriter json, StateAnswer answer, StateExplanation explanation, RoomWords words)
    {
        RoomEvents room = answer.Room.Events;
        json.WriteStartObject("explain");
        json.WriteString("when", answer.Question switch
        {
            { Event: < 0 } => "at forward extremities",
            { After: true } => "after",
            _ => "before",
        });
        json.WriteString("room_version", room.Version.Id);
        if (explanation.Event is { } judged)
        {
            json.WriteStartObject("event");
            json.WriteText("event_id", room.IdOf(judged.Event));
            json.WriteString("standing", RoomWords.Word(judged.Standing));
            WriteVerdict(json, "by_auth_events", judged.ByAuthEvents, room);
            if (judged.ByState is { } byState)
            {
                WriteVerdict(json, "by_state", byState, room);
            }

            json.WriteEndObject();
        }

        json.WriteNumber("meetings_count", explanation.MeetingCount);
        json.WriteStartArray("meetings");
        foreach (StateMeeting meeting in explanation.Meetings)
        {
            WriteMeeting(json, meeting, room, words);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMeeting(Utf8JsonWriter json, StateMeeting meeting, RoomEvents room, RoomWords words)
    {
        json.WriteStartObject();
        if (meeting.Event >= 0)
        {
            json.WriteText("before", room.IdOf(meeting.Event));
        }
        else
        {
            json.WriteNull("before");
        }

        WriteIds(json, "after", meeting.Met, room);
        json.WriteBoolean("resolved", meeting.IsResolved);
        json.WriteStartArray("conflicted_slots");
        foreach (int slot in meeting.Trace.ConflictedSlots)
        {
            json.WriteStartObject();
            WriteSlot(json, slot, room, words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteIds(json, "conflicted_events", meeting.Trace.ConflictedEvents, room);
        WriteIds(json, "auth_difference", meeting.Trace.AuthDifference, room);
        WriteIds(json, "conflicted_subgraph", meeting.Trace.Subgraph, room);
        json.WriteStartArray("checks");
        foreach (ResolutionCheck check in meeting.Trace.Checks)
        {
            json.WriteStartObject();
            json.WriteString("step", RoomWords.Word(check.Step));
            json.WriteText("event_id", room.IdOf(check.Event));
            if (check.Key != long.MaxValue)
            {
                json.WriteNumber("key", check.Key);
            }
            else
            {
                json.WriteNull("key");
            }

            if (check.Step != ResolutionStep.Taken)
            {
                WriteVerdict(json, check.Verdict, room);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("winners");
        foreach ((int slot, int winner) in meeting.Trace.Winners)
        {
            json.WriteStartObject();
            WriteSlot(json, slot, room, words);
            if (winner >= 0)
            {
                json.WriteText("event_id", room.IdOf(winner));
            }
            else
            {
                json.WriteNull("event_id");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSlot(Utf8JsonWriter json, int slot, RoomEvents room, RoomWords words)
    {
        (int type, int stateKey) = room.Slots[slot];
        json.WriteText("type", words.Raw(type));
        json.WriteText("state_key", words.Raw(stateKey));
    }

    private static void WriteVerdict(Utf8JsonWriter json, string name, AuthVerdict verdict, RoomEvents room)
    {
        json.WriteStartObject(name);
        WriteVerdict(json, verdict, room);
        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, AuthVerdict verdict, RoomEvents room)
    {
        json.WriteString("outcome", RoomWords.Word(verdict.Outcome));
        json.WriteString("rule", AuthRuleNames.CodeOf(verdict.Rule));
        json.WriteString("number", AuthRuleNames.NumberOf(verdict.Rule, room.Version.AuthRules));
        json.WriteStartArray("looked_at");
        for (int i = 0; i < verdict.Evidence.Count; i++)
        {
            json.WriteStringValue(ReportText.WellFormed(room.IdOf(verdict.Evidence[i])));
        }

        json.WriteEndArray();
    }

    private static void WriteIds(Utf8JsonWriter json, string name, IReadOnlyList<int> events, RoomEvents room)
    {
        json.WriteStartArray(name);
        foreach (int index in events)
        {
            json.WriteStringValue(ReportText.WellFormed(room.IdOf(index)));
        }

        json.WriteEndArray();
    }
}
